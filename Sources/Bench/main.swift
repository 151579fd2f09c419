// Bench: how long the two modules that render a page take, each measured on its own.

templateBenchmark()
markdownBenchmark()
