using System.Text.Encodings.Web;
using System.Text.Json;

namespace MeliBot.Bot.Demo;

/// <summary>One JSON object a line and nothing else; notes go to the error stream.</summary>
internal sealed class JsonView(TextWriter output, TextWriter notes) : IDemoView
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Note(string text) => notes.WriteLine(text);

    public void Answered(DemoQuestion question) => Write(new
    {
        question.Question,
        question.Conversation,
        question.Buyer,
        question.Item,
        question.Text,
        question.Intents,
        question.Answer,
        question.By,
    });

    public void Open(DemoQuestion question) => Answered(question);

    public void Said(DemoSaleLine line) => Write(new
    {
        line.Sale,
        line.Conversation,
        line.Text,
        line.By,
        line.Intents,
        line.Reasons,
    });

    public void Claimed(DemoClaimLine line) => Write(new
    {
        line.Claim,
        line.Conversation,
        line.What,
        line.Text,
        line.By,
        line.Reasons,
    });

    public void Summary(DemoSummary summary) => Write(new { summary });

    private void Write<T>(T value)
    {
        output.WriteLine(JsonSerializer.Serialize(value, Options));
        output.Flush();
    }
}
