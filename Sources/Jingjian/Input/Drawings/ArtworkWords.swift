/// What a drawing may hold: the elements and attributes of SVG that draw, by name. What is on no list
/// here is no part of a drawing, so what browsers learn to run tomorrow is none today.
enum ArtworkWords {
  static let svg = "http://www.w3.org/2000/svg"
  static let xlink = "http://www.w3.org/1999/xlink"
  static let xml = "http://www.w3.org/XML/1998/namespace"

  /// Languages that a browser knows and that do more than draw. Elements of other foreign languages are
  /// notes of the program that drew; browsers pass them over, and they are not published.
  static let active: Set<String> = [
    "", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/2001/xml-events", "http://www.w3.org/1999/XSL/Transform",
    "http://www.w3.org/2001/XInclude", "http://www.w3.org/2002/xforms",
    "http://www.mozilla.org/xbl", "http://www.w3.org/ns/xbl", xlink, xml,
  ]

  static let elements = words(
    """
    svg g defs symbol use switch a title desc style view
    path rect circle ellipse line polyline polygon text tspan textPath image
    marker linearGradient radialGradient stop pattern clipPath mask filter
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
    feSpotLight feTile feTurbulence
    """)

  /// Elements that run or load something, of whatever language; they are told of in clearer words.
  static let running = words(
    """
    script handler listener foreignObject iframe frame object embed applet meta base link form audio
    video
    """)

  static let attributes = words(
    """
    id class lang role tabindex version
    x y width height cx cy r rx ry x1 y1 x2 y2 dx dy z d points rotate pathLength textLength
    lengthAdjust transform viewBox preserveAspectRatio fx fy fr gradientUnits gradientTransform
    spreadMethod offset patternUnits patternContentUnits patternTransform clipPathUnits maskUnits
    maskContentUnits markerUnits markerWidth markerHeight refX refY orient startOffset method spacing
    side systemLanguage requiredExtensions media type
    filterUnits primitiveUnits filterRes in in2 result mode stdDeviation edgeMode values operator
    k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY preserveAlpha kernelUnitLength
    surfaceScale diffuseConstant specularConstant specularExponent radius scale xChannelSelector
    yChannelSelector azimuth elevation pointsAtX pointsAtY pointsAtZ limitingConeAngle baseFrequency
    numOctaves seed stitchTiles tableValues slope intercept amplitude exponent
    """)

  /// What programs add for themselves and no browser draws by: it is not published.
  static let dropped = words(
    """
    baseProfile content contentScriptType contentStyleType enable-background focusable host
    requiredFeatures target zoomAndPan
    """)

  /// Properties of CSS, as attributes too.
  static let properties = words(
    """
    alignment-baseline background background-color baseline-shift block-progression clip clip-path
    clip-rule color color-interpolation color-interpolation-filters color-profile color-rendering
    color-scheme cursor direction display dominant-baseline enable-background fill fill-opacity
    fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-kerning
    font-size font-size-adjust font-stretch font-style font-synthesis font-variant
    font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures
    font-variant-numeric font-variant-position font-variation-settings font-weight
    forced-color-adjust glyph-orientation-horizontal glyph-orientation-vertical height
    image-rendering inline-size isolation kerning letter-spacing lighting-color line-height marker
    marker-end marker-mid marker-start mask mask-type max-height max-width min-height min-width
    mix-blend-mode opacity overflow paint-order pointer-events shape-inside shape-margin
    shape-padding shape-rendering shape-subtract solid-color solid-opacity stop-color stop-opacity
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width text-align text-anchor text-decoration text-decoration-color
    text-decoration-line text-decoration-style text-indent text-orientation text-overflow
    text-rendering text-transform transform transform-box transform-origin unicode-bidi user-select
    vector-effect vertical-align visibility white-space width word-spacing word-wrap writing-mode
    x y cx cy r rx ry d
    """)

  /// Functions that stand in values; `url()` is looked at by itself.
  static let functions = words(
    """
    rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp
    matrix translate translatex translatey scale scalex scaley rotate skewx skewy
    blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
    path polygon circle ellipse inset
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
