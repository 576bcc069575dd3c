using System.Net;
using MeliBot.Adapter.Accounts;
using MeliBot.Delivery.Records;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Accounts;

/// <summary>Linking against the platform's own page, as a seller's browser would.</summary>
public sealed class AccountLinkerTests
{
    [Fact]
    public async Task A_seller_who_agrees_is_linked_and_answered_for()
    {
        await using var route = await StartAsync();
        var seller = route.World.CreateSeller(new NewUser { Nickname = "OTRA" });

        var linked = (await LinkAsync(route, seller)).ShouldBeOfType<LinkOutcome.Linked>();

        linked.Account.UserId.ShouldBe(seller.Id);
        linked.Account.Nickname.ShouldBe("OTRA");
        linked.Account.SiteId.ShouldBe("MLA");
        linked.Account.TimeZone.ShouldBe("America/Argentina/Buenos_Aires");
        linked.Missing.ShouldBeEmpty();
        (await Linker(route).ListAsync(default)).Select(account => account.UserId).ShouldContain(seller.Id);
    }

    [Fact]
    public async Task An_answer_serves_once()
    {
        await using var route = await StartAsync();
        var request = await Linker(route).BeginAsync("MLA", default);
        var landed = await AgreeAsync(request.Url, route.World.CreateSeller());
        (await Linker(route).CompleteAsync(landed, default)).ShouldBeOfType<LinkOutcome.Linked>();

        (await Linker(route).CompleteAsync(landed, default)).ShouldBeOfType<LinkOutcome.Refused>().Reason.ShouldContain("no open request");
    }

    [Theory]
    [InlineData("")]
    [InlineData("hola")]
    [InlineData("http://localhost/callback?code=TG-1&state=somebody-elses")]
    [InlineData("http://localhost/callback?error=access_denied")]
    public async Task What_is_no_answer_of_ours_links_nothing_and_says_what_to_do(string pasted)
    {
        await using var route = await StartAsync();

        var refused = (await Linker(route).CompleteAsync(pasted, default)).ShouldBeOfType<LinkOutcome.Refused>();

        refused.WhatToDo.ShouldNotBeEmpty();
        (await Linker(route).ListAsync(default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Neither_the_state_nor_the_verifier_is_stored_as_it_is()
    {
        await using var route = await StartAsync();

        var request = await Linker(route).BeginAsync("MLA", default);

        var state = System.Web.HttpUtility.ParseQueryString(request.Url.Query)["state"]!;
        var stored = (await route.Services.GetRequiredService<IRecordStore>().ListAsync("link-request", default)).ShouldHaveSingleItem();
        (stored.Key + stored.Value).ShouldNotContain(state);
    }

    [Fact]
    public async Task Missing_permissions_are_said_when_linking()
    {
        await using var route = await StartAsync(new NewApplication { Communication = AccessLevel.Read, OfflineAccess = false, Pkce = true });

        var linked = (await LinkAsync(route, route.World.CreateSeller())).ShouldBeOfType<LinkOutcome.Linked>();

        linked.Missing.Count.ShouldBe(2);
        linked.Missing.ShouldContain(missing => missing.Contains("offline", StringComparison.OrdinalIgnoreCase));
        linked.Missing.ShouldContain(missing => missing.Contains("read-only", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unlinking_ends_it_at_the_platform_and_here()
    {
        await using var route = await StartAsync();

        var outcome = await Linker(route).UnlinkAsync(route.Seller.Id, default);

        outcome.ShouldBe(new UnlinkOutcome(true, true, null));
        route.World.Journal.Accepted(EffectKinds.Revoke).Count.ShouldBe(1);
        (await Linker(route).ListAsync(default)).ShouldBeEmpty();
        (await route.Services.GetRequiredService<ITokenStore>().ReadAsync(route.Seller.Id)).ShouldBeNull();
        (await Linker(route).UnlinkAsync(route.Seller.Id, default)).Found.ShouldBeFalse();
    }

    [Fact]
    public async Task An_unknown_site_is_refused_with_those_that_are_known()
    {
        await using var route = await StartAsync();

        // The Simulator's one address serves every site, so only the real platform's table can refuse.
        (await Linker(route).BeginAsync("mla", default)).Url.Query.ShouldContain("code_challenge_method=S256");
        await Should.ThrowAsync<ArgumentException>(() => Linker(route).BeginAsync(" ", default));
    }

    [Fact]
    public async Task The_browser_that_comes_back_to_the_host_is_linked_and_told_so_without_markup()
    {
        await using var route = await StartAsync();
        var seller = route.World.CreateSeller(new NewUser { Nickname = "<b>TIENDA</b>" });
        var request = await Linker(route).BeginAsync("MLA", default);
        var landed = new Uri(await AgreeAsync(request.Url, seller));
        using var http = new HttpClient { BaseAddress = route.Address };

        using var page = await http.GetAsync(new Uri("callback" + landed.Query, UriKind.Relative));

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await page.Content.ReadAsStringAsync()).ShouldContain(seller.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Task<Route.Route> StartAsync(NewApplication? application = null) => Route.Route.StartAsync((_, _) => Task.CompletedTask, application: application);

    private static AccountLinker Linker(Route.Route route) => route.Services.GetRequiredService<AccountLinker>();

    private static async Task<LinkOutcome> LinkAsync(Route.Route route, WorldUser seller)
    {
        var request = await Linker(route).BeginAsync("MLA", default);
        return await Linker(route).CompleteAsync(await AgreeAsync(request.Url, seller), default);
    }

    /// <summary>Logs in as the seller and agrees; gives the address that the browser is sent to.</summary>
    private static async Task<string> AgreeAsync(Uri url, WorldUser seller)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(new Uri($"{url.AbsoluteUri}&auto=1&user={seller.Id}"));
        return answer.Headers.Location!.OriginalString;
    }
}
