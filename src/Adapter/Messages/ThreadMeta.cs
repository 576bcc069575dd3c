using System.Text.Json;
using System.Text.Json.Serialization;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Messages;

/// <summary>What the platform said of a sale's thread when it was read last; kept with the conversation.</summary>
/// <param name="Longest">Characters that a message of the seller's may have.</param>
/// <param name="HasAgent">Mercado Libre's own agent sits between buyer and seller: one message at a time.</param>
/// <param name="Block">The platform's word for why the thread is blocked; null while it isn't.</param>
/// <param name="Claims">Claims that the thread names.</param>
/// <param name="Buyer">As the sale names it; null when it isn't known.</param>
public sealed record ThreadMeta(int Longest = MessageThread.UsualLength, bool HasAgent = false, string? Block = null, IReadOnlyList<long>? Claims = null, long? Buyer = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static ThreadMeta Of(MessageThread thread, long? buyer)
    {
        ArgumentNullException.ThrowIfNull(thread);
        var state = thread.ConversationStatus;
        // A block without a word is a block all the same.
        var block = state is { IsBlocked: true } ? state.Substatus.Value ?? state.Status.Value : null;
        return new(thread.LongestText, state?.HasAgent == true, block, state?.ClaimIds is { Count: > 0 } claims ? claims : null, buyer);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Of a thread that was never read, what the platform documents.</summary>
    public static ThreadMeta Parse(string? json)
    {
        try
        {
            return json is null ? new() : JsonSerializer.Deserialize<ThreadMeta>(json, Options) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}
