using System.Net;
using MeliBot.Inbox.People;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Inbox.Tests;

/// <summary>Signing in, and what ends a session.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task Name_and_password_lead_back_to_the_page_that_was_asked_for()
    {
        await using var host = await PagesHost.StartAsync();
        (await host.SignInAsync(InboxRoles.Administrator)).Dispose();
        using var browser = PagesHost.Browser();

        using var answer = await host.PostAsync(browser, "sign-in", "session", ("name", "ANA"), ("password", PagesHost.Password), ("from", "/status"));

        answer.Headers.Location!.OriginalString.ShouldBe("/status");
        (await browser.GetAsync(new Uri(host.Url, "status"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task Signing_in_never_leads_to_another_site(string from)
    {
        await using var host = await PagesHost.StartAsync();
        (await host.SignInAsync(InboxRoles.Viewer)).Dispose();
        using var browser = PagesHost.Browser();

        using var answer = await host.PostAsync(browser, "sign-in", "session", ("name", "ana"), ("password", PagesHost.Password), ("from", from));

        answer.Headers.Location!.OriginalString.ShouldBe("/inbox");
    }

    [Fact]
    public async Task A_disabled_person_is_out_at_the_next_request()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync(InboxRoles.Agent);
        await host.App.Services.GetRequiredService<PeopleStore>().ChangeAsync("ana", person => person with { Disabled = true }, Cancel);

        using var answer = await browser.GetAsync(new Uri(host.Url, "inbox"), Cancel);

        answer.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_keeps_this_one()
    {
        await using var host = await PagesHost.StartAsync();
        using var here = await host.SignInAsync(InboxRoles.Agent);
        using var there = PagesHost.Browser();
        (await host.PostAsync(there, "sign-in", "session", ("name", "ana"), ("password", PagesHost.Password))).Dispose();

        using var changed = await host.PostAsync(here, "me", "session/password", ("current", PagesHost.Password), ("password", "otra clave larga"), ("again", "otra clave larga"));

        changed.Headers.Location!.OriginalString.ShouldBe("/me?done=password");
        (await here.GetAsync(new Uri(host.Url, "inbox"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await there.GetAsync(new Uri(host.Url, "inbox"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Whoever_doesnt_know_the_password_cant_change_it()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync(InboxRoles.Agent);

        using var answer = await host.PostAsync(browser, "me", "session/password", ("current", "guessed it"), ("password", "otra clave larga"), ("again", "otra clave larga"));

        answer.Headers.Location!.OriginalString.ShouldBe("/me?problem=wrong");
    }

    [Fact]
    public async Task Behind_a_proxy_with_tls_the_session_travels_encrypted_only()
    {
        await using var host = await PagesHost.StartAsync(("Inbox:PublicUrl", "https://bot.example.com"));
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        using var answer = await browser.GetAsync(new Uri(host.Url, "status"), Cancel);

        answer.Headers.Location!.OriginalString.ShouldStartWith("https://bot.example.com/sign-in");
        using var page = await browser.GetAsync(new Uri(host.Url, "sign-in"), Cancel);
        page.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
