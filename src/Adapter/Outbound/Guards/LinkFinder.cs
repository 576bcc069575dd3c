using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundLink(int Start, int Length, string Host)
{
    public int End => Start + Length;
}

/// <summary>Finds web addresses in a <see cref="GuardText"/>: with a scheme, with www, or as a bare domain that can't be a full stop without its space.</summary>
internal static class LinkFinder
{
    private static readonly LinearPattern Schemed = new(@"\bh(tt|xx)ps?:/+[^\s<>""]+");

    private static readonly HashSet<string> SecondLevel = new(StringComparer.Ordinal) { "com", "net", "org", "gob", "gov" };

    /// <summary>Top-level domains that no sentence begins with, so that "stock.Si querés" is no address.</summary>
    private static readonly HashSet<string> TopLevel = new(StringComparer.Ordinal)
    {
        "com", "net", "org", "shop", "store", "online", "site", "website", "link", "xyz", "biz", "club", "tienda", "page", "dev", "ly", "gl", "gg", "cc", "gd", "click", "top", "live", "vip",
        "app", "io", "uy", "pe", "mx", "br", "ar", "cl", "co", "ru", "cn", "tv", "us", "uk", "info", "space", "cloud", "pro", "digital", "negocio",
    };

    /// <summary>Also words, files' endings or abbreviations: they need a name of some length before them.</summary>
    private static readonly HashSet<string> Short = new(StringComparer.Ordinal) { "app", "io", "uy", "pe", "mx", "br", "ar", "cl", "co", "ru", "cn", "tv", "us", "uk", "info", "pro", "space", "cloud", "digital", "negocio" };

    private static readonly HashSet<string> Hosts = new(StringComparer.Ordinal)
    {
        "wa.me", "wa.link", "s.id", "t.ly", "shorturl.at", "forms.gle", "beacons.ai", "mpago.la", "mpago.li", "bitly.com", "t.me", "t.co", "m.me", "fb.me", "ig.me", "youtu.be", "linktr.ee", "instagr.am", "is.gd", "rb.gy", "meli.la", "amzn.to", "n9.cl", "acortar.link",
    };

    public static IReadOnlyList<FoundLink> Find(string text)
    {
        var links = new List<FoundLink>();
        foreach (Match match in Schemed.Matches(text))
        {
            links.Add(new(match.Index, match.Length, Host(match.Value[(match.Value.IndexOf(':') + 1)..].TrimStart('/'))));
        }

        var schemed = links.Count;
        var next = 0;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '-')) i++;
            if (i == start)
            {
                i++;
                continue;
            }

            while (next < schemed && links[next].End <= start) next++;
            var inside = next < schemed && links[next].Start <= start;
            if (inside || (start > 0 && text[start - 1] == '@') || !IsHost(text.AsSpan(start, i - start).Trim(".-").ToString(), text.AsSpan(i))) continue;
            var host = text[start..i].Trim('.', '-');
            while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('<' or '>' or '"' or ',' or ';' or '(' or ')')) i++;
            links.Add(new(start, i - start, host));
        }

        links.Sort((a, b) => a.Start.CompareTo(b.Start));
        return links;
    }

    private static bool IsHost(string host, ReadOnlySpan<char> behind)
    {
        if (!host.Contains('.') || host.Length > 253) return false;
        var labels = host.Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (IsPublicNumber(labels, behind)) return true;
        if (labels.Length < 2 || host.AsSpan().IndexOfAnyInRange('a', 'z') < 0) return false;
        if (labels[0] == "www" || Hosts.Contains(host)) return true;
        if (TopLevel.Contains(labels[^1]) && (!Short.Contains(labels[^1]) || (labels[^2].Length >= 4 && labels[^2].All(c => char.IsAsciiLetter(c) || c == '-')))) return true;
        // "consulta.me avisás" is a full stop without its space; at the end of a sentence it is an address.
        if (labels is [.., { Length: >= 5 }, "me"] && (behind.Length == 0 || behind[0] is ',' or ';' or '!' or '?' or ')')) return true;
        if (labels.Skip(1).Any(SecondLevel.Contains)) return true;
        return behind.Length > 1 && behind[0] == '/' && char.IsAsciiLetterOrDigit(behind[1])
            && labels[^1].Length is 2 or 3 && labels[^1].All(char.IsAsciiLetter) && labels[^2].Any(char.IsAsciiLetter) && labels[^2].Length > 1;
    }

    /// <summary>An address in numbers with a port or a path; alone it may be a version, or a device's own.</summary>
    private static bool IsPublicNumber(string[] labels, ReadOnlySpan<char> behind) =>
        labels.Length == 4 && behind.Length > 1 && behind[0] is ':' or '/' && Array.TrueForAll(labels, label => byte.TryParse(label, System.Globalization.CultureInfo.InvariantCulture, out _)) && labels[0] is not ("10" or "127" or "192");

    /// <summary>The host that a browser would go to: what stands before an <c>@</c> is a user's name.</summary>
    private static string Host(string address)
    {
        var end = address.AsSpan().IndexOfAny('/', '?', '#');
        var authority = end < 0 ? address : address[..end];
        authority = authority.Replace('\\', '/');
        var slash = authority.IndexOf('/');
        if (slash >= 0) authority = authority[..slash];
        var user = authority.LastIndexOf('@');
        if (user >= 0) authority = authority[(user + 1)..];
        var port = authority.IndexOf(':');
        if (port >= 0) authority = authority[..port];
        return authority.TrimEnd('.', ')', '!', '\'', ']');
    }
}
