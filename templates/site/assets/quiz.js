/* A quiz in the page: scored here, explained here, taken again with the questions in another order
   until it is passed (补考). What is kept – how often it was taken, the best result – stays in this
   browser and is never sent. Without this script the page shows its questions with answers that fold. */
(() => {
  "use strict";
  const quiz = document.getElementById("quiz");
  const list = quiz.querySelector(".questions");
  const needed = Number(quiz.dataset.needed);
  const questions = [...list.children].map((item) => ({
    item,
    group: item.querySelector("fieldset"),
    inputs: [...item.querySelectorAll("input")],
    right: item.dataset.answer,
    solution: item.querySelector(".solution"),
    place: item.querySelector(".place"),
  }));
  const total = questions.length;

  /* Storage may be forbidden, or be another one for each file: then a page remembers nothing. */
  const key = "jingjian-quiz:" + location.pathname;
  const memory = {
    read() {
      try {
        const kept = JSON.parse(localStorage.getItem(key));
        const isMine = kept && kept.total === total && [kept.times, kept.best].every(Number.isInteger);
        return isMine ? kept : null;
      } catch { return null; }
    },
    write(state) { try { localStorage.setItem(key, JSON.stringify(state)); } catch { /* as above */ } },
  };
  let state = memory.read() ?? { total, times: 0, best: 0 };
  let isGraded = false;

  const make = (name, className, text = "") => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const history = make("p", "note history");
  const result = make("p", "result");
  result.setAttribute("role", "status");
  result.tabIndex = -1;
  const button = make("button", "submit", "交卷");
  button.type = "button";
  const bar = make("div", "bar-of-quiz");
  bar.append(result, button);
  list.before(history);
  list.after(bar);

  const isPassed = () => state.best >= needed;
  const tell = () => {
    history.textContent = state.times === 0
      ? "交卷后当场评分。成绩只留在这个浏览器里，不会上报。"
      : `已作答${state.times}次，最好成绩答对${state.best}题，共${total}题，` +
        (isPassed() ? "已及格。" : "尚未及格，请补考。");
  };

  const chosen = (question) =>
    question.inputs.filter((input) => input.checked).map((input) => input.value).join(" ");

  /* Fisher and Yates; an order that is the old one is turned by one. */
  const shuffle = () => {
    const before = [...questions];
    for (let n = total - 1; n > 0; n -= 1) {
      const other = Math.floor(Math.random() * (n + 1));
      [questions[n], questions[other]] = [questions[other], questions[n]];
    }
    if (total > 1 && questions.every((question, n) => question === before[n])) {
      questions.push(questions.shift());
    }
  };

  const lay = () => {
    questions.forEach((question, n) => {
      list.append(question.item);
      question.place.textContent = String(n + 1);
      question.item.classList.remove("right", "wrong");
      question.item.querySelector(".verdict")?.remove();
      question.group.removeAttribute("aria-describedby");
      question.solution.hidden = true;
      question.solution.open = false;
      for (const input of question.inputs) {
        input.checked = false;
        input.disabled = false;
      }
    });
    isGraded = false;
    button.textContent = state.times === 0 ? "交卷" : isPassed() ? "交卷（练习）" : "交卷（补考）";
  };

  const judge = (question) => {
    const isRight = chosen(question) === question.right;
    const verdict = make("p", "verdict", isRight ? "答对了" : "答错了");
    verdict.id = "verdict-" + question.inputs[0].name;
    question.group.append(verdict);
    question.group.setAttribute("aria-describedby", verdict.id);
    question.item.classList.add(isRight ? "right" : "wrong");
    question.solution.hidden = false;
    question.solution.open = !isRight;
    for (const input of question.inputs) { input.disabled = true; }
    return isRight;
  };

  const grade = () => {
    const open = questions.filter((question) => chosen(question) === "");
    if (open.length > 0) {
      const places = open.map((question) => question.place.textContent).join("、");
      result.textContent = `第${places}题还没有作答。`;
      open[0].inputs[0].focus();
      return;
    }
    const right = questions.filter(judge).length;
    isGraded = true;
    state = { total, times: state.times + 1, best: Math.max(state.best, right) };
    memory.write(state);
    tell();
    const score = Math.floor((right * 100) / total);
    result.textContent = `答对${right}题，共${total}题，得${score}分：` +
      (right >= needed ? "及格。" : `不及格，答对${needed}题才及格。看完解析，可以补考。`);
    button.textContent = right >= needed || isPassed() ? "再练一遍" : "补考";
    result.focus();
  };

  button.addEventListener("click", () => {
    if (!isGraded) { grade(); return; }
    shuffle();
    lay();
    result.textContent = "题目的顺序已经打乱，请从第一题开始。";
    questions[0].inputs[0].focus();
  });

  if (state.times > 0) { shuffle(); }
  lay();
  tell();
})();
