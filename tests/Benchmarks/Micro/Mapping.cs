using System.Text.Json;
using BenchmarkDotNet.Attributes;
using MeliBot.Adapter.Inbound;
using MeliBot.Benchmarks.Rigs;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.Bot.Schema;

namespace MeliBot.Benchmarks.Micro;

/// <summary>From the platform's JSON to the activity that is stored, and back for the turn.</summary>
public class Mapping
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(56);

    private readonly QuestionActivities _activities = new("https://api.mercadolibre.com/");
    private readonly string _json = Questions.Json(1);
    private readonly QuestionSight _sight;
    private Question _question = new();
    private string _stored = "";

    public Mapping() => _sight = new QuestionSight(_activities, new AnswerEvents("https://api.mercadolibre.com/"));

    [GlobalSetup]
    public void Setup()
    {
        _question = Read();
        _stored = Map().Activities[0].Payload;
    }

    [Benchmark(Description = "read a question's JSON")]
    public Question Read() => JsonSerializer.Deserialize<Question>(_json, MercadoLibreJson.Options)!;

    [Benchmark(Description = "map it to a stored activity")]
    public ConversationIngest Map() => _sight.See(_question, Questions.Seller, "TIENDA", null, handled: false, TimeSpan.Zero, Now);

    [Benchmark(Description = "read the activity back")]
    public Activity ReadBack() => ActivityJson.Read(_stored);
}
