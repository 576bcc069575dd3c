using System.ComponentModel.DataAnnotations;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>Which playbook answers. Section <c>Playbook</c>.</summary>
public sealed class PlaybookOptions : IValidatableObject
{
    public const string Section = "Playbook";

    /// <value>The playbook's folder. Default empty: the playbook that comes with the product.</value>
    public string Path { get; set; } = "";

    /// <value>Where what was learnt is kept between starts; can be deleted at any time. Default: the user's folder for caches.</value>
    public string? ModelCache { get; set; }

    /// <value>How often files are compared where the system's own notices fail, as on network drives and in containers. Default 500 ms.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <value>How long files must be left alone before they are read: an editor writes several at once. Default 100 ms.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Quiet { get; set; } = TimeSpan.FromMilliseconds(100);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Path.Length > 0 && !Directory.Exists(Path))
            yield return new ValidationResult($"{Section}:Path: there is no folder {Path}. Make one with \"dialogs new FOLDER\", or leave it empty for the playbook that comes with the product.");
    }
}
