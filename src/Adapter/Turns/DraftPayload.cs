using System.Text.Json;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Turns;

/// <summary>A draft as people see it: the text, and why it wasn't sent.</summary>
/// <param name="Question">Id of the activity that it answers.</param>
public sealed record DraftPayload(string Question, string Text, IReadOnlyList<Reason> Reasons)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static DraftPayload Parse(string json) => JsonSerializer.Deserialize<DraftPayload>(json, Options) ?? throw new JsonException("A draft is empty.");
}
