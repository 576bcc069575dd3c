using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.Adapter.Claims.Actions;

/// <summary>What the slot of an action in a claim holds. A person confirmed exactly this.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Action">One of <see cref="ClaimActionNames"/>.</param>
/// <param name="Percentage">Of a partial refund: one that the platform offered.</param>
/// <param name="Amount">What it costs, as the person saw it; null where it costs nothing, or nobody knows.</param>
/// <param name="Currency">Of the amount.</param>
/// <param name="Files">Names that uploads gave; evidence and failed reviews carry them.</param>
/// <param name="Text">Of a failed review, or an evidence.</param>
/// <param name="Code">The platform's reason of a failed review, the kind of an evidence.</param>
/// <param name="Proposal">Id of the proposal that was followed; null for a person's own idea.</param>
public sealed record ClaimActionPayload(
    long Claim,
    string Action,
    int? Percentage = null,
    decimal? Amount = null,
    string? Currency = null,
    IReadOnlyList<string>? Files = null,
    string? Text = null,
    string? Code = null,
    string? Proposal = null)
{
    /// <summary>The effect kind that carries it.</summary>
    public const string Kind = "claim.action";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Null when it isn't one.</summary>
    public static ClaimActionPayload? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ClaimActionPayload>(json, Options) is { Claim: > 0, Action.Length: > 0 } payload ? payload : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
