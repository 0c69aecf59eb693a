using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(ModelBuilder.Benchmarks.SampleBenchmarks).Assembly).Run(args);
