using System.Text.RegularExpressions;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Links that lead off the platform, shortened and disguised ones ("mitienda punto com") included. Listings on Mercado Libre's own domains pass.</summary>
public sealed class LinkGuard : IGuard
{
    public const string Name = "link";

    private const string Reason = "It holds a link that leads off Mercado Libre; such answers are taken down.";

    private static readonly Regex Disguised = new(
        @"\b[a-z0-9-]+ ?([(\[] ?)?(punto|ponto|dot)( ?[)\]])? ?(com|net|org|shop|store|ar|br|mx|cl|ly|me)\b|\b[a-z0-9-]+( \. ?|\. )(com|net)( ?\. ?(ar|br|mx|co|uy|pe))?\b|\b(www|h(tt|xx)ps?) ?(punto|ponto|dot|:|/)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "mercadolibre.com", "mercadolibre.com.ar", "mercadolibre.com.mx", "mercadolibre.com.co", "mercadolibre.com.uy", "mercadolibre.com.pe", "mercadolibre.com.ec", "mercadolibre.com.ve",
        "mercadolibre.com.bo", "mercadolibre.com.py", "mercadolibre.com.do", "mercadolibre.com.pa", "mercadolibre.com.gt", "mercadolibre.com.hn", "mercadolibre.com.ni", "mercadolibre.com.sv",
        "mercadolibre.cl", "mercadolibre.co.cr", "mercadolivre.com.br", "mercadolivre.com",
    };

    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = new GuardText(request.Text);
        var links = LinkFinder.Find(text.Text);
        var findings = links.Where(link => !IsOwn(link.Host) || !text.IsPlain(link.Start, link.Length)).Select(link => text.Finding(Name, Reason, link.Start, link.Length)).ToList();
        var next = 0;
        foreach (Match match in Disguised.Matches(text.Text))
        {
            while (next < links.Count && links[next].End <= match.Index) next++;
            if (next == links.Count || links[next].Start >= match.Index + match.Length) findings.Add(text.Finding(Name, Reason, match.Index, match.Length));
        }

        return findings;
    }

    private static bool IsOwn(string host)
    {
        for (var domain = host; ; domain = domain[(domain.IndexOf('.') + 1)..])
        {
            if (Own.Contains(domain)) return true;
            if (!domain.Contains('.')) return false;
        }
    }
}
