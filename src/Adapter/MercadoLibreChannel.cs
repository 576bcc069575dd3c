namespace MeliBot.Adapter;

/// <summary>Names of this channel as bots see them.</summary>
public static class MercadoLibreChannel
{
    /// <summary>Every activity's <c>ChannelId</c>.</summary>
    public const string Id = "mercadolibre";

    /// <summary>Kind of a conversation about an item before the sale; its <c>conversationType</c>.</summary>
    public const string Questions = "questions";

    /// <summary>Kind of a conversation about a sale.</summary>
    public const string Orders = "orders";

    /// <summary>Kind of a conversation about a claim.</summary>
    public const string Claims = "claims";
}
