using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What moderation made of a message.</summary>
[JsonConverter(typeof(OpenEnumConverter<MessageModerationStatus>))]
public readonly record struct MessageModerationStatus(string? Value) : IOpenEnum<MessageModerationStatus>
{
    public static readonly MessageModerationStatus Clean = new("clean");
    public static readonly MessageModerationStatus Rejected = new("rejected");
    public static readonly MessageModerationStatus Pending = new("pending");
    public static readonly MessageModerationStatus NonModerated = new("non_moderated");

    public static IReadOnlyList<MessageModerationStatus> Known { get; } = [Clean, Rejected, Pending, NonModerated];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static MessageModerationStatus From(string value) => new(value);

    public bool Equals(MessageModerationStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
