using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Outbound.Sending;

/// <summary>
/// Whom a message has to name. Never the buyer by habit, nor the agent: where Mercado Libre's agent sits, a message to the buyer is answered with success and reaches nobody, and where it
/// doesn't, one to the agent is refused.
/// </summary>
public static class Recipient
{
    private const long OtherAgent = 3037204685;

    private static readonly Dictionary<string, long> Agents = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MLC"] = 3020819166,
        ["MCO"] = 3037204123,
        ["MLM"] = 3037204279,
        ["MLA"] = 3037674934,
        ["MLB"] = 3037675074,
    };

    /// <param name="thread">The whole thread, in the platform's order.</param>
    /// <param name="seller">The account.</param>
    /// <param name="site">Of the sale; decides which agent.</param>
    /// <param name="buyer">As the sale names it; null when it isn't known.</param>
    /// <returns>Null when nothing says whom: better not to send than to send to nobody.</returns>
    public static long? Of(MessageThread thread, long seller, string? site, long? buyer)
    {
        ArgumentNullException.ThrowIfNull(thread);
        for (var i = thread.All.Count - 1; i >= 0; i--)
        {
            if (thread.All[i].From?.UserId is > 0 and var from && from != seller) return from;
        }

        if (thread.ConversationStatus?.HasAgent == true) return site is null ? null : Agents.GetValueOrDefault(site, OtherAgent);
        return buyer;
    }

    public static bool IsAgent(long user) => user == OtherAgent || Agents.ContainsValue(user);
}
