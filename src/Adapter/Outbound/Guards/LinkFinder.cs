using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace MeliBot.Adapter.Outbound.Guards;

[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundLink(int Start, int Length, string Host)
{
    public int End => Start + Length;
}

/// <summary>Finds web addresses in a <see cref="GuardText"/>: with a scheme, with www, or as a bare domain that can't be a full stop without its space.</summary>
internal static class LinkFinder
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Schemed = new(@"\bh(tt|xx)ps?:/+[^\s<>""]+", Options);

    private static readonly HashSet<string> SecondLevel = new(StringComparer.Ordinal) { "com", "net", "org", "gob", "gov" };

    /// <summary>Top-level domains that no sentence begins with, so that "stock.Si querés" is no address.</summary>
    private static readonly HashSet<string> TopLevel = new(StringComparer.Ordinal)
    {
        "com", "net", "org", "app", "shop", "store", "online", "site", "website", "link", "xyz", "biz", "club", "tienda", "page", "dev", "ly", "gl", "gg", "cc", "gd", "click", "top", "live", "vip",
    };

    private static readonly HashSet<string> Hosts = new(StringComparer.Ordinal)
    {
        "wa.me", "t.me", "t.co", "m.me", "fb.me", "ig.me", "youtu.be", "linktr.ee", "instagr.am", "is.gd", "rb.gy", "meli.la", "amzn.to", "n9.cl", "acortar.link",
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
        if (labels.Length < 2 || host.AsSpan().IndexOfAnyInRange('a', 'z') < 0) return false;
        if (labels[0] == "www" || Hosts.Contains(host) || TopLevel.Contains(labels[^1])) return true;
        if (labels.Skip(1).Any(SecondLevel.Contains)) return true;
        return behind.Length > 1 && behind[0] == '/' && char.IsAsciiLetterOrDigit(behind[1])
            && labels[^1].Length is 2 or 3 && labels[^1].All(char.IsAsciiLetter) && labels[^2].Any(char.IsAsciiLetter) && labels[^2].Length > 1;
    }

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
