using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.WebUtilities;

namespace MeliBot.MercadoLibre;

/// <summary>What the seller's browser brought back. Its text form shows no code.</summary>
public sealed record AuthorizationCallback(string? Code, string? State, string? Error, string? ErrorDescription)
{
    /// <summary>Reads a callback's query, or the whole address that a browser ended at, pasted by a person.</summary>
    public static bool TryRead(string? input, [NotNullWhen(true)] out AuthorizationCallback? callback, [NotNullWhen(false)] out string? why)
    {
        callback = null;
        why = null;
        var text = input?.Trim().Trim('"', '\'', '<', '>') ?? "";
        if (text.Length is 0 or > 4096)
        {
            why = "Paste the whole address that the browser ended at; it contains \"code=\" and \"state=\".";
            return false;
        }

        var query = text.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? text[at..] : text;
        query = query.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? query[..hash] : query;
        var values = QueryHelpers.ParseQuery(query);
        // A doubled parameter is somebody's trick: the first isn't more right than the second.
        string? One(string name) => values.TryGetValue(name, out var all) && all.Count == 1 && all[0] is { Length: > 0 } value ? value : null;
        callback = new AuthorizationCallback(One("code"), One("state"), One("error"), One("error_description"));
        if (callback.Code is null && callback.Error is null)
        {
            callback = null;
            why = "The address contains no \"code=\". Paste the whole address that the browser ended at after you agreed.";
            return false;
        }

        return true;
    }

    public override string ToString() => $"AuthorizationCallback {{ HasCode = {Code is not null}, Error = {Error} }}";
}
