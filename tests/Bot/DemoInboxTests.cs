using System.Text.RegularExpressions;

namespace MeliBot.Bot.Tests;

/// <summary>The demo opens with an inbox that somebody can sign in to.</summary>
public sealed partial class DemoInboxTests
{
    [Fact]
    public async Task The_demo_prints_the_inboxs_address_and_a_sign_in_that_works()
    {
        using var demo = ConsoleRun.Start(["demo"]);
        try
        {
            demo.StandardInput.Close();
            var line = await ReadUntilAsync(demo.StandardOutput, SignIn());
            var (inbox, name, password) = (new Uri(line.Groups["inbox"].Value), line.Groups["name"].Value, line.Groups["password"].Value);

            using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new System.Net.CookieContainer() });
            var page = await browser.GetStringAsync(new Uri(inbox, "/sign-in"), Cancel);
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = System.Net.WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value),
                ["name"] = name,
                ["password"] = password,
            });
            using var entered = await browser.PostAsync(new Uri(inbox, "/session"), form, Cancel);

            entered.Headers.Location?.OriginalString.ShouldBe("/inbox");
            using var opened = await browser.GetAsync(inbox, Cancel);
            opened.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        }
        finally
        {
            demo.Kill(entireProcessTree: true);
            await demo.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<Match> ReadUntilAsync(StreamReader output, Regex wanted)
    {
        // The terminal's width breaks lines.
        var text = "";
        while (await output.ReadLineAsync(Cancel) is { } line)
        {
            text += " " + line;
            if (wanted.Match(text) is { Success: true } found) return found;
        }

        throw new InvalidOperationException($"The demo ended without it: {text}");
    }

    [GeneratedRegex(@"The inbox is at (?<inbox>\S+): sign in as (?<name>\w+) with\s+(?<password>\w+)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SignIn();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
