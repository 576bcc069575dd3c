using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Where an answer stands. <c>BANNED</c> comes later than the 2xx of the POST, empties the text and can't be answered again.</summary>
[JsonConverter(typeof(OpenEnumConverter<AnswerStatus>))]
public readonly record struct AnswerStatus(string? Value) : IOpenEnum<AnswerStatus>
{
    public static readonly AnswerStatus Active = new("ACTIVE");
    public static readonly AnswerStatus Disabled = new("DISABLED");
    public static readonly AnswerStatus Banned = new("BANNED");

    public static IReadOnlyList<AnswerStatus> Known { get; } = [Active, Disabled, Banned];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static AnswerStatus From(string value) => new(value);

    public bool Equals(AnswerStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
