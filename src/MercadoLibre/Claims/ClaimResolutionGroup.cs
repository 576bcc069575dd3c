namespace MeliBot.MercadoLibre;

/// <summary>What a resolution comes down to.</summary>
public enum ClaimResolutionGroup
{
    /// <summary>No reason was given, or one that the platform added later.</summary>
    Unknown,

    /// <summary>Money went back to the buyer.</summary>
    Refund,

    /// <summary>The product came back, or was to come back.</summary>
    Return,

    /// <summary>Mercado Libre covered nothing.</summary>
    NoCoverage,

    /// <summary>Mercado Libre paid.</summary>
    Coverage,

    /// <summary>The buyer closed it himself.</summary>
    BuyerClosed,

    /// <summary>Somebody's time ran out.</summary>
    Time,

    /// <summary>The product was changed, or was to be.</summary>
    Change,

    /// <summary>One of the rest.</summary>
    Other,
}
