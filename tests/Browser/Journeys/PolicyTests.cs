using System.Reflection;
using MeliBot.Bot.Composition;
using MeliBot.Inbox.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>Nothing is reachable because somebody forgot to say who may reach it.</summary>
public sealed class PolicyTests
{
    /// <summary>What whoever isn't signed in may open: the doors themselves.</summary>
    private static readonly string[] Open = ["/sign-in", "/welcome/{Token}"];

    private static readonly string[] Policies = [InboxPolicies.Read, InboxPolicies.Answer, InboxPolicies.Design, InboxPolicies.Administer];

    public static TheoryData<string> Pages() => [.. AllPages().Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_names_its_policy_or_is_one_of_the_doors(string route)
    {
        var page = AllPages()[route];
        if (Open.Contains(route))
        {
            page.GetCustomAttribute<AllowAnonymousAttribute>().ShouldNotBeNull();
            return;
        }

        page.GetCustomAttribute<AllowAnonymousAttribute>().ShouldBeNull();
        var authorize = page.GetCustomAttribute<AuthorizeAttribute>().ShouldNotBeNull();
        if (route != "/me") Policies.ShouldContain(authorize.Policy);
    }

    /// <summary>What needs no person: the platform's calls and the program's own, which carry their own proof, and the doors.</summary>
    private static readonly string[] OpenEndpoints =
    [
        "/", "/sign-in", "/welcome/{Token}", "POST /welcome", "POST /session", "/session/external", "/{**path:file}", "/notifications/{secret}", "/oauth/callback", "/health", "/health/live", "/health/ready", "/local/",
        "/_framework/", "/_content/", "/session/callback",
    ];

    // The pages' own endpoints are made when the first page is opened; tests/Inbox walks those.
    [Fact]
    public async Task An_endpoint_of_the_whole_program_asks_for_somebody_or_is_named_here_as_open()
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "MeliBot.Bot" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MercadoLibre:Application:ClientId"] = "1",
            ["MercadoLibre:Application:ClientSecret"] = "secret",
            ["MercadoLibre:Application:RedirectUri"] = "https://bot.example/oauth/callback",
            ["MercadoLibre:Notifications:Secrets:0"] = new string('0', 64),
        });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting().AddLogging();
        builder.Services.AddBot(builder.Configuration, pages: true);
        await using var app = builder.Build();
        app.UseRouting();
        app.MapBot();

        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();

        endpoints.Count.ShouldBeGreaterThan(10);
        endpoints.Where(endpoint => (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is null) && !IsOpen(endpoint)).Select(Name).ShouldBeEmpty();
    }

    private static bool IsOpen(RouteEndpoint endpoint) =>
        endpoint.Metadata.OfType<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>().Any()
        || OpenEndpoints.Any(open => open.EndsWith('/') && open.Length > 1 ? Route(endpoint).StartsWith(open, StringComparison.Ordinal) : open == Route(endpoint) || open == Name(endpoint));

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static string Name(RouteEndpoint endpoint) => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0]} {Route(endpoint)}";

    private static Dictionary<string, Type> AllPages() => typeof(InboxRoles).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route => (route.Template, Type: type)))
        .ToDictionary(page => page.Template, page => page.Type, StringComparer.Ordinal);
}
