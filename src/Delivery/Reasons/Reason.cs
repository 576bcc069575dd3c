using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.Delivery.Reasons;

/// <summary>
/// Why something is as it is: a code with arguments, which each reader sees in their own language, and the sentence for terminals and logs. A sentence alone is a reason too:
/// what an older version stored, or what a bot said in its own words.
/// </summary>
[JsonConverter(typeof(ReasonJson))]
public sealed class Reason : IEquatable<Reason>
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ReasonCode? _kind;
    private string? _text;

    public Reason(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        _text = sentence;
        Arguments = [];
    }

    internal Reason(ReasonCode kind, IReadOnlyList<string> arguments) => (_kind, Code, Arguments) = (kind, kind.Name, arguments);

    /// <summary>One whose sentence isn't a wording with places to fill: whoever shows it in another language makes it of the arguments.</summary>
    /// <param name="code">What it is.</param>
    /// <param name="arguments">All that the sentence is made of.</param>
    /// <param name="text">The English sentence.</param>
    public Reason(string code, IReadOnlyList<string> arguments, string text)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(text);
        (Code, Arguments, _text) = (code, arguments, text);
    }

    /// <summary>Null for a sentence that has none.</summary>
    public string? Code { get; }

    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The English sentence.</summary>
    public string Text => _text ??= ReasonTemplate.Fill(_kind!.English, Arguments, English);

    public static implicit operator Reason(string sentence) => new(sentence);

    /// <summary>What <see cref="Store"/> made, or a bare sentence.</summary>
    public static Reason Parse(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (!stored.StartsWith(ReasonJson.Head, StringComparison.Ordinal)) return new Reason(stored);
        try
        {
            return JsonSerializer.Deserialize<Reason>(stored, Options) ?? new Reason(stored);
        }
        catch (JsonException)
        {
            return new Reason(stored);
        }
    }

    /// <summary>For a column of text, and as an argument of another reason.</summary>
    public string Store() => Code is null ? Text : JsonSerializer.Serialize(this, Options);

    /// <summary>How <see cref="Store"/> begins for every reason of this code, whatever its arguments.</summary>
    internal static string StoredHead(string code) => ReasonJson.Head + JsonSerializer.Serialize(code, Options) + ",";

    /// <summary>Two reasons are the same when they say the same.</summary>
    public bool Equals(Reason? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Reason);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    public override string ToString() => Text;

    private static string English(string kind, string argument) => kind == ReasonTemplate.Nested ? Parse(argument).Text : argument;
}
