using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Whether a message reached its reader: only an <c>available</c> one did.</summary>
[JsonConverter(typeof(OpenEnumConverter<MessageStatus>))]
public readonly record struct MessageStatus(string? Value) : IOpenEnum<MessageStatus>
{
    public static readonly MessageStatus Available = new("available");
    public static readonly MessageStatus Moderated = new("moderated");
    public static readonly MessageStatus Rejected = new("rejected");
    public static readonly MessageStatus PendingTranslation = new("pending_translation");
    public static readonly MessageStatus InModeration = new("in_moderation");

    public static IReadOnlyList<MessageStatus> Known { get; } = [Available, Moderated, Rejected, PendingTranslation, InModeration];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static MessageStatus From(string value) => new(value);

    public bool Equals(MessageStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
