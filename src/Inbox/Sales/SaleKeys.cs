using System.Globalization;
using MeliBot.Adapter;

namespace MeliBot.Inbox.Sales;

/// <summary>Reads the ids of conversations about sales.</summary>
internal static class SaleKeys
{
    /// <summary>The pack that <c>orders:{account}:{pack}</c> names; null for anything else.</summary>
    public static long? PackOf(string? conversation) => TryParse(conversation, out _, out var pack) ? pack : null;

    public static bool TryParse(string? conversation, out long account, out long pack)
    {
        account = pack = 0;
        return conversation?.Split(':') is [MercadoLibreChannel.Orders, var first, var second]
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out account)
            && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out pack);
    }
}
