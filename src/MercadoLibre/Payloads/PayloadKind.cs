using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.MercadoLibre;

/// <summary>One sort of payload that <see cref="PayloadReader"/> can read as this client does. Register more in the container.</summary>
/// <param name="Name">What a person types, such as <c>questions-search</c>.</param>
/// <param name="Read">Throws <see cref="JsonException"/> with the reason when it is no such payload.</param>
public sealed record PayloadKind(string Name, Func<ReadOnlyMemory<byte>, PayloadContent> Read);

/// <param name="Normalised">The payload in this client's one form: ids as numbers, dates in UTC, nothing lost, no secret.</param>
/// <param name="Unknown">Paths of fields, and of values of closed sets, that this client doesn't know.</param>
public sealed record PayloadContent(JsonObject Normalised, IReadOnlyList<string> Unknown);

/// <summary>How a payload was read.</summary>
/// <param name="Why">Null when it could be read; otherwise the reason.</param>
/// <param name="Json">One line, with <c>unknown</c> as its last member.</param>
/// <param name="Unknown">What wasn't known.</param>
public sealed record PayloadResult(string? Why, string Json, IReadOnlyList<string> Unknown)
{
    public bool IsReadable => Why is null;
}
