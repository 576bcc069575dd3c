using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery;

internal static class OptionsRegistration
{
    /// <summary>Bound to its section where there is a configuration, then to code, and checked at the start.</summary>
    /// <param name="bind">Written out by each caller, because only a call that names its type is compiled instead of reflected.</param>
    public static void AddDeliveryOptions<TOptions>(this IServiceCollection services, string section, Action<IConfigurationSection, TOptions> bind, Action<TOptions>? configure)
        where TOptions : class
    {
        // Once: binding again would overrule what code configured in between.
        if (!services.Any(service => service.ServiceType == typeof(IValidateOptions<TOptions>)))
        {
            services.AddOptions<TOptions>()
                .Configure<IServiceProvider>((options, provider) =>
                {
                    if (provider.GetService<IConfiguration>()?.GetSection(section) is { } settings) bind(settings, options);
                })
                .ValidateOnStart();
        }

        if (configure is not null)
            services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>>(new SectionValidator<TOptions>(section)));
    }

    /// <summary>Reports every wrong setting at once, by the key to set.</summary>
    private sealed class SectionValidator<TOptions>(string section) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            var wrong = new List<ValidationResult>();
            return Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(wrong.Select(result => $"{string.Join(", ", result.MemberNames.Select(member => $"{section}:{member}"))}: {result.ErrorMessage}"));
        }
    }
}
