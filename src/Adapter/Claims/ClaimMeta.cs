using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.Adapter.Claims;

/// <summary>What a claim's conversation has to know of the claim to let a turn run and to place its reply; kept with the conversation.</summary>
/// <param name="Type">The platform's word.</param>
/// <param name="Stage">The platform's word.</param>
/// <param name="Closed">It is over.</param>
/// <param name="Receiver">To whom the platform lets the account write: <c>complainant</c>, <c>respondent</c>, <c>mediator</c>; null when to nobody.</param>
/// <param name="Must">The act that the account has to do; null when none.</param>
/// <param name="DueAt">By when.</param>
/// <param name="Buyer">The other party.</param>
/// <param name="Site">Of the claim.</param>
/// <param name="Sale">What names the sale's conversation.</param>
/// <param name="Title">As Mercado Libre words it.</param>
public sealed record ClaimMeta(
    string? Type = null,
    string? Stage = null,
    bool Closed = false,
    string? Receiver = null,
    string? Must = null,
    DateTimeOffset? DueAt = null,
    long? Buyer = null,
    string? Site = null,
    long? Sale = null,
    string? Title = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ClaimMeta Of(StoredClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new(
            claim.Claim.Type.Value,
            claim.Claim.Stage.Value,
            !claim.IsOpen,
            claim.IsOpen ? claim.Receiver?.Value : null,
            claim.Mandatory?.Action.Value,
            claim.IsOpen ? claim.DueAt : null,
            claim.Counterpart,
            claim.Claim.SiteId,
            claim.Sale?.Conversation,
            claim.Detail?.Title);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Of a claim that was never read: nobody may be written to.</summary>
    public static ClaimMeta Parse(string? json)
    {
        try
        {
            return json is null ? new() : JsonSerializer.Deserialize<ClaimMeta>(json, Options) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}
