using System.Net;
using MeliBot.Inbox.Hosting;
using MeliBot.Inbox.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Inbox.Tests;

/// <summary>Who gets to which page and endpoint.</summary>
public sealed class AccessTests
{
    /// <summary>What a stranger reaches: signing in, and the files that pages are drawn with.</summary>
    private static readonly string[] Open = ["/", "/sign-in", "/session", "/session/external", "/welcome", "/welcome/{Token}"];

    private static readonly Dictionary<string, string[]> Pages = new(StringComparer.Ordinal)
    {
        ["/inbox"] = [InboxRoles.Viewer, InboxRoles.Analyst, InboxRoles.Agent, InboxRoles.Designer],
        ["/orders"] = [InboxRoles.Viewer, InboxRoles.Analyst, InboxRoles.Agent, InboxRoles.Designer],
        ["/claims/7/5250000001/refund"] = [InboxRoles.Agent],
        ["/quick-texts"] = [InboxRoles.Agent],
        ["/console"] = [InboxRoles.Designer],
        ["/accounts"] = [],
        ["/people"] = [],
        ["/status"] = [],
        ["/me"] = [InboxRoles.Viewer, InboxRoles.Analyst, InboxRoles.Agent, InboxRoles.Designer],
    };

    /// <summary>Of a build that wasn't published: files that were added since.</summary>
    private const string AnyFile = "{**path:file}";

    public static TheoryData<string> Roles => [.. InboxRoles.All];

    [Fact]
    public async Task Every_endpoint_says_who_may_use_it_and_strangers_reach_only_the_sign_in()
    {
        await using var host = await PagesHost.StartAsync();
        var endpoints = host.Pages.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        endpoints.Count.ShouldBeGreaterThan(Pages.Count);

        foreach (var endpoint in endpoints)
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            if (IsFile(endpoint)) continue;
            PagesBranch.Has(route).ShouldBeTrue(route);
            open.ShouldBe(Open.Contains(route), route);
            if (!open) endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().ShouldNotBeEmpty(route);
        }
    }

    [Fact]
    public async Task A_stranger_is_sent_to_the_sign_in_from_every_page()
    {
        await using var host = await PagesHost.StartAsync();
        using var stranger = PagesHost.Browser();

        foreach (var page in Pages.Keys)
        {
            using var answer = await stranger.GetAsync(new Uri(host.Url, page), Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, page);
            answer.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in?from=", Case.Sensitive, page);
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_opens_its_pages_and_no_others(string role)
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync(role);

        foreach (var (page, roles) in Pages)
        {
            using var answer = await browser.GetAsync(new Uri(host.Url, page), Cancel);
            var may = role == InboxRoles.Administrator || roles.Contains(role);
            answer.StatusCode.ShouldBe(may ? HttpStatusCode.OK : HttpStatusCode.Redirect, page);
            if (!may) answer.Headers.Location!.PathAndQuery.ShouldStartWith("/me", Case.Sensitive, page);
        }
    }

    [Fact]
    public async Task Every_page_of_the_product_is_in_this_test()
    {
        await using var host = await PagesHost.StartAsync();
        var pages = host.Pages.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.Any(data => data.GetType().Name == "ComponentTypeMetadata"))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Split("/{")[0])
            .Distinct();

        pages.Except(Open.Select(route => route.Split("/{")[0])).Except(Pages.Keys.Select(page => page.StartsWith("/claims/", StringComparison.Ordinal) ? "/claims" : page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_whose_pages_nobody_opens_doesnt_make_them()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = PagesHost.Browser();
        (await browser.PostAsync(new Uri(host.Url, "notifications/x"), null, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        host.App.Services.GetRequiredService<PagesBranch>().Endpoints.ShouldBeEmpty();

        (await browser.GetAsync(new Uri(host.Url, "sign-in"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        host.App.Services.GetRequiredService<PagesBranch>().Endpoints.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/session")]
    [InlineData("/session/end")]
    [InlineData("/session/password")]
    [InlineData("/welcome")]
    [InlineData("/language")]
    public async Task A_form_that_another_site_sends_is_refused(string form)
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync(InboxRoles.Administrator);

        using var answer = await host.PostAsync(browser, form, ("name", "ana"), ("password", PagesHost.Password), ("again", PagesHost.Password), ("current", PagesHost.Password), ("token", "x"), ("language", "en"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Nothing_but_our_own_scripts_may_run_on_a_page()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = PagesHost.Browser();
        using var answer = await browser.GetAsync(new Uri(host.Url, "sign-in"), Cancel);

        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("<script>");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static bool IsFile(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText == AnyFile || endpoint.Metadata.Any(data => data.GetType().Name == "StaticAssetDescriptor");
}
