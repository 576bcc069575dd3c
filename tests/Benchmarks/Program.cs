using MeliBot.Benchmarks;

return await BenchmarkCommand.Create().Parse(args).InvokeAsync();
