using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Whether the seller dispatches in time.</summary>
[JsonConverter(typeof(OpenEnumConverter<DispatchStatus>))]
public readonly record struct DispatchStatus(string? Value) : IOpenEnum<DispatchStatus>
{
    public static readonly DispatchStatus OnTime = new("on_time");
    public static readonly DispatchStatus Delayed = new("delayed");
    public static readonly DispatchStatus Early = new("early");
    public static readonly DispatchStatus InsuficientInfo = new("insuficient_info");

    public static IReadOnlyList<DispatchStatus> Known { get; } = [OnTime, Delayed, Early, InsuficientInfo];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static DispatchStatus From(string value) => new(value);

    public bool Equals(DispatchStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
