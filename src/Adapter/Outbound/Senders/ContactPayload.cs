using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>What the slot of a contact holds: by which reason a person opens the thread of a sale, and what is said.</summary>
/// <param name="Pack">The pack, or the order of a sale without one.</param>
/// <param name="Option">The platform's word for the reason.</param>
/// <param name="Template">For a reason that is said by a template.</param>
/// <param name="Text">For a reason that is said in words of one's own; normalised.</param>
/// <param name="Values">What fills the template, by its variable's name.</param>
public sealed record ContactPayload(long Pack, string Option, string? Template = null, string? Text = null, IReadOnlyDictionary<string, string>? Values = null)
{
    /// <summary>The effect kind that carries it.</summary>
    public const string Kind = "order.contact";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Null when it isn't one.</summary>
    public static ContactPayload? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ContactPayload>(json, Options) is { Pack: > 0, Option.Length: > 0 } payload && (payload.Template ?? payload.Text) is { Length: > 0 } ? payload : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
