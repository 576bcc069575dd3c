using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Whether a seller may write in a thread.</summary>
[JsonConverter(typeof(OpenEnumConverter<ThreadStatus>))]
public readonly record struct ThreadStatus(string? Value) : IOpenEnum<ThreadStatus>
{
    public static readonly ThreadStatus Active = new("active");
    public static readonly ThreadStatus Blocked = new("blocked");

    public static IReadOnlyList<ThreadStatus> Known { get; } = [Active, Blocked];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ThreadStatus From(string value) => new(value);

    public bool Equals(ThreadStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
