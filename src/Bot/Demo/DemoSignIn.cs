using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MeliBot.Bot.Demo;

/// <summary>Makes somebody who can sign in at the demo's inbox, by the first administrator's link and its form, as a browser does.</summary>
internal sealed partial class DemoSignIn
{
    public const string Name = "demo";

    public string Password { get; } = RandomNumberGenerator.GetHexString(12, lowercase: true);

    /// <param name="welcome">The link that works once.</param>
    public async Task AcceptAsync(Uri welcome, CancellationToken cancellationToken)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() });
        var page = await browser.GetStringAsync(welcome, cancellationToken);
        if (AntiforgeryField().Match(page) is not { Success: true } field) throw new DemoException("The inbox's welcome page shows no form.");
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", WebUtility.HtmlDecode(field.Groups["token"].Value)),
            new("token", welcome.Segments[^1]),
            new("signInName", Name),
            new("name", "Demo"),
            new("password", Password),
            new("again", Password),
        ]);
        using var answer = await browser.PostAsync(new Uri(welcome, "/welcome"), form, cancellationToken);
        if (answer.Headers.Location?.OriginalString != "/inbox")
            throw new DemoException($"The inbox's welcome page didn't let the demo's person in: {(int)answer.StatusCode} {answer.Headers.Location}.");
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AntiforgeryField();
}
