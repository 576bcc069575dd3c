using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Why a message was moderated.</summary>
[JsonConverter(typeof(OpenEnumConverter<ModerationReason>))]
public readonly record struct ModerationReason(string? Value) : IOpenEnum<ModerationReason>
{
    public static readonly ModerationReason OutOfPlaceLanguage = new("OUT_OF_PLACE_LANGUAGE");
    public static readonly ModerationReason SocialNetworkLink = new("SOCIAL_NETWORK_LINK");
    public static readonly ModerationReason LinkShortUrl = new("LINK_SHORT_URL");
    public static readonly ModerationReason AutomaticMessage = new("AUTOMATIC_MESSAGE");
    public static readonly ModerationReason PersonalData = new("PERSONAL_DATA");
    public static readonly ModerationReason LinkMercadopago = new("LINK_MERCADOPAGO");
    public static readonly ModerationReason MlLinksPaypal = new("ML_LINKS_PAYPAL");
    public static readonly ModerationReason EvasionClaimSeller = new("EVASION_CLAIM_SELLER");
    public static readonly ModerationReason None = new("none");

    public static IReadOnlyList<ModerationReason> Known { get; } =
    [
        OutOfPlaceLanguage, SocialNetworkLink, LinkShortUrl, AutomaticMessage, PersonalData, LinkMercadopago, MlLinksPaypal, EvasionClaimSeller,
        None,
    ];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ModerationReason From(string value) => new(value);

    public bool Equals(ModerationReason other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
