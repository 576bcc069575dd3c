using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace MeliBot.MercadoLibre;

/// <summary>All that is wrong with the settings at once, each with the key to set.</summary>
internal sealed class MercadoLibreOptionsValidator : IValidateOptions<MercadoLibreOptions>
{
    public ValidateOptionsResult Validate(string? name, MercadoLibreOptions options)
    {
        var failures = new List<string>();
        Check(options, MercadoLibreOptions.Section, failures);
        if (options.Budget is { } budget && budget.LowestCallsPerSecond > budget.CallsPerSecond)
            failures.Add($"{MercadoLibreOptions.Section}:Budget:LowestCallsPerSecond: it can't be above CallsPerSecond.");
        foreach (var (site, host) in options.AuthorizationHosts)
        {
            if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
                failures.Add($"{MercadoLibreOptions.Section}:AuthorizationHosts:{site}: a host name is expected, without scheme or path.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Check(object options, string key, List<string> failures)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var value = property.GetValue(options);
            var own = $"{key}:{property.Name}";
            var failed = property.GetCustomAttributes<ValidationAttribute>()
                .Select(rule => rule.GetValidationResult(value, new ValidationContext(options) { MemberName = property.Name, DisplayName = own }))
                .FirstOrDefault(result => result is not null);
            if (failed is not null)
                failures.Add(failed.ErrorMessage!.Contains(own, StringComparison.Ordinal) ? failed.ErrorMessage : $"{own}: {failed.ErrorMessage}");
            else if (value is ApplicationOptions or BudgetOptions)
                Check(value, own, failures);
        }
    }
}
