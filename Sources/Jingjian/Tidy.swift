extension Build {
  /// Removes what a command that was killed left in an output folder.
  public static func tidy(_ output: String) { Output.tidy(output, disk: .disk) }
}
