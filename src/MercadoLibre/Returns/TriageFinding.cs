using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>How the warehouse judged a product that came back.</summary>
[JsonConverter(typeof(OpenEnumConverter<TriageFinding>))]
public readonly record struct TriageFinding(string? Value) : IOpenEnum<TriageFinding>
{
    public static readonly TriageFinding Accepted = new("accepted");
    public static readonly TriageFinding DifferentProduct = new("different_product");
    public static readonly TriageFinding Discard = new("discard");
    public static readonly TriageFinding Misused = new("misused");
    public static readonly TriageFinding NotWorking = new("not_working");
    public static readonly TriageFinding Incomplete = new("incomplete");
    public static readonly TriageFinding Blocked = new("blocked");
    public static readonly TriageFinding OpenBox = new("open_box");
    public static readonly TriageFinding Missing = new("missing");
    public static readonly TriageFinding Default = new("default");

    public static IReadOnlyList<TriageFinding> Known { get; } =
    [
        Accepted, DifferentProduct, Discard, Misused, NotWorking, Incomplete, Blocked, OpenBox, Missing, Default,
    ];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static TriageFinding From(string value) => new(value);

    public bool Equals(TriageFinding other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
