import Testing

@testable import Jingjian

/// The checks for personal data, form by form: what each of them finds, and what it leaves alone.
struct PersonalTests {
  /// What is found in a text, as `code text`.
  static func found(_ text: String, isTable: Bool = false) -> [String] {
    let letters = Letters(text, isTable: isTable)
    return Disclosure.all(in: letters).map { "\($0.check.code) \(letters.written($0.range))" }
  }

  @Test(
    "a citizen number is found in every form that people type",
    arguments: [
      "11010118800307107X", "11010118800307107x", "１１０１０１１８８００３０７１０７Ｘ", "110101 18800307 107X",
      "110101-1880-0307-107X", "1101011880030710\u{200B}7X", "110101**18800307**107X",
      "11010118800307107&#88;", "110101\u{A0}18800307\u{A0}107X", "110101<b>18800307</b>107X",
      "110101080307109", "11010118800307 107X",
    ])
  func citizenNumber(_ number: String) {
    #expect(PersonalTests.found("当事人身份证号\(number)，住某地。") == ["citizen-number \(number)"])
  }

  @Test(
    "what is no citizen number is left alone",
    arguments: [
      // A wrong check digit, a day that is not, no province, part of a longer number, masked.
      "110101188003071090", "11010118800230107X", "99010118800307107X", "1211010118800307107X12",
      "110101********107X", "110101188003×××××X", "110101901307109", "202505271234567890",
      "a11010118800307107Xb", "11010118800307107X7",
    ])
  func noCitizenNumber(_ number: String) {
    #expect(PersonalTests.found("编号\(number)。").allSatisfy { !$0.hasPrefix("citizen-number") })
  }

  @Test(
    "a mobile number is found in every form that people type",
    arguments: [
      "13812345678", "138 1234 5678", "138-1234-5678", "138 12345678", "1381234 5678",
      "138.1234.5678",
      "+8613812345678", "+86 138 1234 5678", "86-13812345678", "008613812345678", "１３８１２３４５６７８",
      "138**1234**5678", "138\u{200B}1234\u{200B}5678", "138&nbsp;1234&nbsp;5678",
      "138\u{3000}1234\u{3000}5678",
      "138`1234`5678", "138\\-1234\\-5678", "138–1234–5678", "138<wbr>12345678", "&#49;3812345678",
      "\\u00313812345678", "1 3 8 1 2 3 4 5 6 7 8", "一三八一二三四五六七八", "138\n12345678",
    ])
  func mobile(_ number: String) {
    let written = number.hasPrefix("+") ? String(number.dropFirst()) : number
    #expect(PersonalTests.found("电话：\(number)。") == ["mobile-number \(written)"])
    #expect(PersonalTests.found("打给\(number)，号码是微信号").count == 1)
  }

  @Test(
    "what is no mobile number is left alone",
    arguments: [
      "010-12345678", "0311-85551234", "400-123-4567", "12368", "138****5678", "1381234567",
      "138123456789", "12345678901", "13812345678元", "13812345678.50元", "138×××××678",
      "5f13812345678ab",
      "2025-12-31 13:12", "978-7-5093-1234-5", "10.1234/13812", "2021 2022 2023 2024",
    ])
  func noMobile(_ number: String) {
    #expect(PersonalTests.found("电话：\(number)。") == [])
  }

  @Test("a row's end parts numbers in a table and not in a text")
  func tableRows() {
    #expect(PersonalTests.found("a,138\n12345678,b", isTable: true) == [])
    #expect(PersonalTests.found("a,13812345678\n13912345678,b", isTable: true).count == 2)
  }

  @Test(
    "a bank card is found in every form that people type",
    arguments: [
      "6222021234567890128", "6222 0212 3456 7890 128", "6222-0212-3456-7890-128",
      "4111111111111111",
      "4111 1111 1111 1111", "622202 1234567890128", "６２２２０２１２３４５６７８９０１２８",
      "6222**0212**34567890128",
      "378282246310005", "3782 822463 10005", "5500005555555559", "6222\u{200D}021234567890128",
    ])
  func bankCard(_ number: String) {
    #expect(PersonalTests.found("汇入\(number)账户") == ["bank-card \(number)"])
  }

  @Test(
    "what is no bank card is left alone",
    arguments: [
      // Luhn fails, a credit code, a hash, an ISBN, a document's number, masked, a web address.
      "6222021234567890123", "91110108625836124X", "e3b06222021234567890128f", "9787509312345",
      "2025052712345678", "6222****0128", "6222 02** **** 0128", "0000000000000000",
      "https://example.invalid/a/6222021234567890128", "62220212345678901281234", "3800 4200",
    ])
  func noBankCard(_ number: String) {
    #expect(PersonalTests.found("号码\(number)。") == [])
  }

  @Test(
    "an e-mail address is found in every form that people type",
    arguments: [
      "zhang_san@163.com", "zhang.san@mail.example.cn", "a@qq.com", "zhang＠qq.com",
      "zhang @ qq.com",
      "ｚｈａｎｇ＠ｑｑ．ｃｏｍ", "zhang&#64;qq.com", "zhang\\@qq.com", "13812345678@qq.com", "zhang%40qq.com",
      "zhang@qq。com", "ZHANG@QQ.COM",
    ])
  func mailbox(_ address: String) {
    #expect(PersonalTests.found("邮箱\(address)，收") == ["email-address \(address)"])
  }

  @Test(
    "what is no e-mail address is left alone",
    arguments: ["{指标:jixiao@2024-12}", "logo@2x.png", "z***@qq.com", "@某人", "a@b", "三个@符号"])
  func noMailbox(_ text: String) { #expect(PersonalTests.found("见\(text)。") == []) }

  @Test(
    "a plate is found in every form that people type",
    arguments: [
      "京A12345", "京A·12345", "京A•1B234", "粤B D12345", "沪A-D1234F", "冀a12345", "京Ａ１２３４５", "苏E·12345",
      "京A1234警", "粤Z1234港", "鲁A 12345", "京A**12345**", "川A12345D",
    ])
  func plate(_ plate: String) {
    #expect(
      PersonalTests.found("驾驶\(plate)号车").map { $0.replacing("**", with: "") }
        == ["car-plate \(plate.replacing("**", with: ""))"])
  }

  @Test(
    "what is no plate is left alone",
    arguments: [
      "京A·×××××", "京A·***45", "京A12×××", "京A", "最新HTML5页", "新A4纸", "云A1234567", "苏ABCDEF", "京0102民",
    ])
  func noPlate(_ plate: String) { #expect(PersonalTests.found("见\(plate)的") == []) }

  @Test(
    "a case's number is found in every form that people type",
    arguments: [
      "（2024）×0102刑初15号", "(2024)京0102民初1234号之一", "〔2024〕京0102执1234号", "[2024]京0102民初1234号",
      "【2024】京0102民初1234号", "（２０２４）京０１０２民初１２３４号", "（2012）海民初字第1234号", "（2024）最高法知民终1号",
      "(2024) 京 0102 民初 15 号", "（2024）京02民终15号", "京0102民初1234号", "（2024）冀01执恢12号",
      "（2024）京0102民初15",
      "（2024年）京0102财保3号", "（2024）×××刑初15号", "（2024）京0105刑初12-1号",
    ])
  func caseNumber(_ number: String) {
    #expect(PersonalTests.found("审理\(number)一案") == ["case-number \(number)"])
  }

  @Test(
    "what is no case's number is left alone",
    arguments: [
      "（2024）×××刑初×号", "（2024）京0102民初××号", "×院〔2025〕12号", "法发〔2025〕3号", "明法纪〔2025〕第3号",
      "（2025）第12号", "2025年执行第3号", "（2024）行政第3号", "刑法第385条", "（2024）京0102刑初1×号", "第23行第5号",
    ])
  func noCaseNumber(_ number: String) { #expect(PersonalTests.found("见\(number)文件") == []) }

  @Test(
    "a home address is found down to the house",
    arguments: [
      "明镜区和平路12号3单元501室", "明镜区幸福小区3栋2单元501", "幸福家园12号楼", "和平里小区５号", "向阳新村十二号三单元",
      "建设街5弄3号202室", "法院宿舍2号楼301",
    ])
  func home(_ address: String) {
    #expect(PersonalTests.found("他的家，\(address)。") == ["home-address \(address)"])
  }

  @Test(
    "an address behind words for a home is found without a flat",
    arguments: [
      "家住@明镜区和平路12号", "住址：@示例市明镜区和平路12号", "户籍地为@某县大王村3组12号", "现住@和平路12号", "张某，男，住@明镜区和平路12号",
      "家庭住址: @和平街8号", "户籍所在地：@某省某市大王镇12号", "户籍地址：@某市泉城路12号",
    ])
  func homeByWords(_ text: String) throws {
    let address = try #require(text.split(separator: "@").last)
    #expect(
      PersonalTests.found(text.replacing("@", with: "") + "，无业。") == ["home-address \(address)"])
  }

  @Test(
    "an office's address, and what only counts, is left alone",
    arguments: [
      "法院地址：示例市明镜区和平路1号", "立案大厅在和平路1号", "审判楼3楼305室", "第3会议室", "2号窗口", "第1单元测验", "共3栋12户",
      "住明镜区××路×号", "幸福小区居民", "第三号文件", "12号上午", "家住外地", "住房补贴2号文件", "2025年3月12号",
    ])
  func noHome(_ text: String) { #expect(PersonalTests.found("见\(text)。") == []) }

  @Test(
    "a full name is found by what stands around it",
    arguments: [
      "当事人@张建国@利用职务便利", "被告人@李小明@收受财物", "法官@王建国@", "@张建国@同志", "person: @张建国@", "当事人: @李明@",
      "who: @欧阳建国@", "对象: \"@赵晓东@\"", "被告人@李明@受贿", "原告@王伟@与本院无关", "当事人**@张建国@**利用", "被告人：@王骞@，男",
      "书记员@李小红@篡改笔录", "经查，@张建国@在任职期间", "@张建国@（男，1975年生）", "由@王建军@庭长签发", "副院长@陈志强@主持",
      "号召向@王建国@同志学习", "@张建国@，男，汉族", "- {role: direct, who: @张建国@}", "证人@欧阳娜@的证言", "姓名：@王淏@",
      "@张建国@伙同他人", "干警@张建国@、李某", "对象: 张某、@李小明@", "![@张建国@](a.png)", "承办法官@刘敏@因病", "person: @张三@",
      "当事人: @李　明@", "对象: 原副庭长@王建国@", "当事人@张三@收受", "对@张建国@给予警告处分", "干警@刘洋@酒驾",
    ])
  func fullName(_ text: String) throws {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    #expect(PersonalTests.found(parts.joined()) == ["full-name \(parts[1])"])
  }

  @Test(
    "a masked name, a post and words that begin like a name are left alone",
    arguments: [
      "当事人王某利用职务便利", "被告人王某某收受", "法官李某1", "王某甲同志", "欧阳某因违纪", "person: 王某", "当事人: 王×", "当事人: 王××",
      "who: 部门负责人", "对象: 分管领导", "对象: 党组书记", "who: 单位", "当事人高度重视", "法官应当回避", "干警任务繁重", "书记员时常",
      "当事人于2024年", "有关同志", "全体同志", "党员同志", "主要负责同志", "以习近平同志为核心", "王*国同志", "张**同志", "干警安全意识",
      "高质量发展在", "方便群众在", "文化建设与", "平安建设", "法官方面", "成立工作组", "江苏省在", "马克思主义", "庭长任职以来",
      "对象: 全院干警", "被告王甲", "院长和庭长", "向上级报告", "常态化", "许可申请人", "当事人对法官", "于法有据", "明镜区人民法院",
    ])
  func noFullName(_ text: String) { #expect(PersonalTests.found(text) == []) }
}
