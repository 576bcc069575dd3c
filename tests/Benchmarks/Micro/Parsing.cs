using BenchmarkDotNet.Attributes;
using MeliBot.Benchmarks.Rigs;
using MeliBot.MercadoLibre;

namespace MeliBot.Benchmarks.Micro;

/// <summary>A notification's body.</summary>
public class Parsing
{
    private readonly byte[] _body = Questions.Notification(12345);

    [Benchmark(Description = "parse a notification")]
    public bool Parse() => NotificationReader.TryRead(_body, out _, out _);

    [Benchmark(Description = "parse it and its resource's path")]
    public bool ParsePath() => NotificationReader.TryRead(_body, out var notification, out _) && ResourcePath.TryParse(notification.Topic, notification.Resource, out _, out _);
}
