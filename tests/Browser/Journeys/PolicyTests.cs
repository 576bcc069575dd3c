using System.Reflection;
using MeliBot.Inbox.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>Nothing is reachable because somebody forgot to say who may reach it.</summary>
public sealed class PolicyTests
{
    /// <summary>What whoever isn't signed in may open: the doors themselves.</summary>
    private static readonly string[] Open = ["/sign-in", "/welcome/{Token}"];

    private static readonly string[] Policies = [InboxPolicies.Read, InboxPolicies.Answer, InboxPolicies.Design, InboxPolicies.Administer];

    public static TheoryData<string> Pages() => [.. AllPages().Keys];

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

    private static Dictionary<string, Type> AllPages() => typeof(InboxRoles).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route => (route.Template, Type: type)))
        .ToDictionary(page => page.Template, page => page.Type, StringComparer.Ordinal);
}
