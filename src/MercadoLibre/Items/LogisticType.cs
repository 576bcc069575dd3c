using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>How a parcel leaves: <c>fulfillment</c> is Full, <c>self_service</c> is Flex, <c>default</c> is ME1.</summary>
[JsonConverter(typeof(OpenEnumConverter<LogisticType>))]
public readonly record struct LogisticType(string? Value) : IOpenEnum<LogisticType>
{
    public static readonly LogisticType DropOff = new("drop_off");
    public static readonly LogisticType XdDropOff = new("xd_drop_off");
    public static readonly LogisticType CrossDocking = new("cross_docking");
    public static readonly LogisticType SelfService = new("self_service");
    public static readonly LogisticType Turbo = new("turbo");
    public static readonly LogisticType Fulfillment = new("fulfillment");
    public static readonly LogisticType Default = new("default");
    public static readonly LogisticType Custom = new("custom");
    public static readonly LogisticType NotSpecified = new("not_specified");

    public static IReadOnlyList<LogisticType> Known { get; } = [DropOff, XdDropOff, CrossDocking, SelfService, Turbo, Fulfillment, Default, Custom, NotSpecified];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static LogisticType From(string value) => new(value);

    public bool Equals(LogisticType other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
