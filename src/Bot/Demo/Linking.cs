using System.Net;
using MeliBot.Bot.Local;

namespace MeliBot.Bot.Demo;

/// <summary>Links the Simulator's sellers through the whole OAuth flow, with a browser that is this program.</summary>
internal static class Linking
{
    public static async Task LinkAsync(IBotControl control, HttpClient browser, SimulatorUser seller, CancellationToken cancellationToken)
    {
        var link = await control.BeginLinkAsync(seller.SiteId, cancellationToken);
        // The Simulator's page agrees by itself when it is told as whom; the real one has nothing like it.
        using var consent = await browser.GetAsync(new Uri($"{link.Url.AbsoluteUri}&auto=1&user={seller.Id}"), cancellationToken);
        if (consent.StatusCode != HttpStatusCode.Redirect || consent.Headers.Location is not { } back)
            throw new DemoException($"The Simulator's authorisation page answered {(int)consent.StatusCode} instead of leading back.");
        using var completed = await browser.GetAsync(back, cancellationToken);
        if (!completed.IsSuccessStatusCode)
            throw new DemoException($"The callback answered {(int)completed.StatusCode}: {await completed.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
