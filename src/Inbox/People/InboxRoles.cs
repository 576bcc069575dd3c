using Microsoft.AspNetCore.Authorization;

namespace MeliBot.Inbox.People;

/// <summary>Who may do what. An administrator may do everything.</summary>
public static class InboxRoles
{
    public const string Administrator = "administrator";
    public const string Designer = "designer";
    public const string Agent = "agent";
    public const string Analyst = "analyst";
    public const string Viewer = "viewer";

    public static IReadOnlyList<string> All { get; } = [Administrator, Designer, Agent, Analyst, Viewer];
}

/// <summary>What pages and endpoints ask for.</summary>
public static class InboxPolicies
{
    /// <summary>Sees conversations.</summary>
    public const string Read = "inbox.read";

    /// <summary>Answers, approves, takes over.</summary>
    public const string Answer = "inbox.answer";

    /// <summary>Tries the bot in the console.</summary>
    public const string Design = "inbox.design";

    /// <summary>Links accounts, invites people, replays what is parked.</summary>
    public const string Administer = "inbox.administer";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Read, Roles(InboxRoles.Viewer, InboxRoles.Analyst, InboxRoles.Agent, InboxRoles.Designer));
        options.AddPolicy(Answer, Roles(InboxRoles.Agent));
        options.AddPolicy(Design, Roles(InboxRoles.Designer));
        options.AddPolicy(Administer, Roles());
    }

    private static Action<AuthorizationPolicyBuilder> Roles(params string[] roles) =>
        policy => policy.RequireAuthenticatedUser().RequireRole([InboxRoles.Administrator, .. roles]);
}
