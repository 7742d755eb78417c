namespace MtaStsTools.Ssh.Sftp;

/// <summary>How far a change has come, for whoever hears of its failure.</summary>
internal sealed class ChangeProgress
{
    private volatile bool _isSent;

    /// <summary>Whether what changes the policy file itself was sent.</summary>
    public bool IsSent => _isSent;

    public void Send() => _isSent = true;

    /// <summary>The server has answered that it did not do it.</summary>
    public void Refuse() => _isSent = false;
}
