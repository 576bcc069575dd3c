using System.Net;
using MeliBot.Inbox.People;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Inbox.Tests;

/// <summary>Signing in by OpenID Connect, through a provider's real protocol.</summary>
public sealed class ExternalSignInTests : IAsyncLifetime
{
    private readonly HttpClient _browser = PagesHost.Browser();
    private OidcProvider _provider = null!;
    private PagesHost _host = null!;

    [Fact]
    public async Task Whoever_comes_from_the_provider_has_the_roles_that_it_says()
    {
        _provider.Groups = ["support", "unheard-of"];

        (await JourneyAsync("/inbox")).ShouldBe("/inbox");

        var person = (await _host.App.Services.GetRequiredService<PeopleStore>().ListAsync(Cancel)).ShouldHaveSingleItem();
        person.Roles.ShouldBe([InboxRoles.Agent]);
        person.Name.ShouldBe("Ana de Sistemas");
        (await StatusAsync("inbox")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("status")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_role_that_the_provider_takes_away_is_gone_with_the_next_sign_in()
    {
        _provider.Groups = ["support"];
        await JourneyAsync("/inbox");
        _provider.Groups = [InboxRoles.Viewer];
        await JourneyAsync("/inbox");

        var person = (await _host.App.Services.GetRequiredService<PeopleStore>().ListAsync(Cancel)).ShouldHaveSingleItem();
        person.Roles.ShouldBe([InboxRoles.Viewer]);
    }

    [Fact]
    public async Task Without_a_role_nobody_gets_in_and_is_told_why()
    {
        _provider.Groups = ["unheard-of"];

        (await JourneyAsync("/inbox")).ShouldBe("/sign-in?problem=role");
        (await StatusAsync("inbox")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Whoever_was_disabled_here_stays_out()
    {
        _provider.Groups = ["support"];
        await JourneyAsync("/inbox");
        var people = _host.App.Services.GetRequiredService<PeopleStore>();
        await people.ChangeAsync((await people.ListAsync(Cancel))[0].SignInName, person => person with { Disabled = true }, Cancel);

        (await JourneyAsync("/inbox")).ShouldBe("/sign-in?problem=disabled");
    }

    [Fact]
    public async Task Once_an_administrator_came_no_link_for_a_first_one_is_made()
    {
        _provider.Groups = [InboxRoles.Administrator];
        await JourneyAsync("/inbox");

        (await _host.App.Services.GetRequiredService<Invitations>().ForFirstAdministratorAsync(Cancel)).ShouldBeNull();
    }

    public async ValueTask InitializeAsync()
    {
        _provider = await OidcProvider.StartAsync();
        _host = await PagesHost.StartAsync(
            ("Inbox:Oidc:Authority", _provider.Url.AbsoluteUri), ("Inbox:Oidc:ClientId", OidcProvider.ClientId), ("Inbox:Oidc:ClientSecret", "x"), ("Inbox:Oidc:RoleClaim", "groups"), ("Inbox:Oidc:Roles:support", InboxRoles.Agent));
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <returns>Where the browser ends.</returns>
    private async Task<string> JourneyAsync(string from)
    {
        var at = new Uri(_host.Url, $"session/external?from={from}");
        while (true)
        {
            using var answer = await _browser.GetAsync(at, Cancel);
            at = new Uri(at, answer.Headers.Location.ShouldNotBeNull());
            if (at.Authority == _host.Url.Authority && at.AbsolutePath is not "/session/callback") return at.PathAndQuery;
        }
    }

    private async Task<HttpStatusCode> StatusAsync(string page)
    {
        using var answer = await _browser.GetAsync(new Uri(_host.Url, page), Cancel);
        return answer.StatusCode;
    }
}
