using MeliBot.Patterns;

namespace MeliBot.MercadoLibre;

/// <summary>How the paths of one topic are made, with or without a leading slash, and where their id stands.</summary>
internal abstract class ResourceShape
{
    private const int MostDigits = 19;

    /// <summary>Whether the id has to be a 64-bit number.</summary>
    public required bool IsNumber { get; init; }

    /// <summary>Null when the resource isn't made so.</summary>
    public abstract string? Id(string resource);

    /// <param name="prefix">Ends with a slash; a number follows and ends the path.</param>
    public static ResourceShape Numbered(string prefix) => new NumberAtEnd(prefix) { IsNumber = true };

    /// <param name="path">A regular expression whose group <c>id</c> is the id.</param>
    public static ResourceShape Of(string path, bool number = false) => new Expression(path) { IsNumber = number };

    /// <summary>What nearly every notification names; read without an expression.</summary>
    private sealed class NumberAtEnd(string prefix) : ResourceShape
    {
        public override string? Id(string resource)
        {
            var path = resource.AsSpan();
            if (path.StartsWith('/')) path = path[1..];
            if (!path.StartsWith(prefix, StringComparison.Ordinal)) return null;
            var id = path[prefix.Length..];
            return id.Length is 0 or > MostDigits || id.ContainsAnyExceptInRange('0', '9') ? null : id.ToString();
        }
    }

    private sealed class Expression(string path) : ResourceShape
    {
        // Non-backtracking: the text comes from anyone. \z, because $ would let a line break pass.
        private readonly LinearPattern _pattern = new($@"\A/?{path}\z");

        public override string? Id(string resource) => _pattern.Match(resource) is { Success: true } match ? match.Groups["id"].Value : null;
    }
}
