using MeliBot.Delivery.Work;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Composition;

/// <summary>What a host does of the whole. Several hosts may share the work of one store, each with the roles that it is good for.</summary>
[Flags]
internal enum HostRoles
{
    None = 0,

    /// <summary>Takes in what Mercado Libre notifies, and sellers who come back from their consent.</summary>
    Ingress = 1,

    /// <summary>Looks, answers, sends, sweeps, reminds.</summary>
    Worker = 2,

    /// <summary>Serves the pages where people answer.</summary>
    Inbox = 4,

    All = Ingress | Worker | Inbox,
}

/// <summary>The roles that the settings give to this host: names in <c>Bot:Roles</c>, all when it is empty.</summary>
internal static class RolesInUse
{
    public const string Key = $"{BotOptions.Section}:Roles";

    private static readonly HostRoles[] Each = [HostRoles.Ingress, HostRoles.Worker, HostRoles.Inbox];

    /// <summary>Those of the names that are roles: what is wrong is told when the settings are checked.</summary>
    public static HostRoles Of(IConfiguration configuration)
    {
        var names = Names(configuration);
        return names.Count == 0 ? HostRoles.All : Each.Where(role => names.Contains(Name(role), StringComparer.OrdinalIgnoreCase)).Aggregate(HostRoles.None, (sum, role) => sum | role);
    }

    public static bool Has(this IConfiguration configuration, HostRoles role) => Of(configuration).HasFlag(role);

    /// <summary>What is wrong with the setting; null when nothing is.</summary>
    public static string? Problem(IConfiguration configuration) =>
        Names(configuration).Where(name => !Each.Select(Name).Contains(name, StringComparer.OrdinalIgnoreCase)).ToList() is { Count: > 0 } unknown
            ? $"{Key}: \"{string.Join("\", \"", unknown)}\" is no role; there are {Tell(HostRoles.All)}. Write one or several, with commas between them, or leave it out for all."
            : null;

    /// <summary>As they are written in the settings.</summary>
    public static string Tell(HostRoles roles) => string.Join(", ", Each.Where(role => roles.HasFlag(role)).Select(Name));

    /// <summary>Leaves out the services that belong to roles which this host doesn't have.</summary>
    public static void KeepServicesOf(this IServiceCollection services, HostRoles roles)
    {
        if (!roles.HasFlag(HostRoles.Worker)) Remove(type => typeof(IWorkerService).IsAssignableFrom(type));

        // Whoever only takes in needs no playbook, and what is learnt of it is the most that a host holds in memory.
        if (roles == HostRoles.Ingress) Remove(type => type?.Assembly == typeof(PlaybookSource).Assembly);

        void Remove(Predicate<Type?> isOf)
        {
            foreach (var service in services.Where(service => service.ServiceType == typeof(IHostedService) && isOf(Implementation(service))).ToList()) services.Remove(service);
        }
    }

    private static string Name(HostRoles role) => role.ToString().ToLowerInvariant();

    /// <summary>One text goes before a list, so that the command line can say otherwise than a file.</summary>
    private static List<string> Names(IConfiguration configuration)
    {
        var section = configuration.GetSection(Key);
        var written = section.Value is { Length: > 0 } text ? [text] : section.GetChildren().Select(child => child.Value ?? "");
        return [.. written.SelectMany(value => value.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }

    private static Type? Implementation(ServiceDescriptor service) =>
        service.ImplementationType ?? service.ImplementationInstance?.GetType() ?? service.ImplementationFactory?.GetType().GenericTypeArguments[1];
}
