package org.hearthkey.core.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.hearthkey.core.secret.SecretBytes;

/// Shows a password to an SSH server, once a session: servers that lock out who tries too often would count a wrong one
/// twice. A server that takes none as such, but asks for it as it would ask a person, gets it as the answer to one single
/// question that names a password and is not echoed. No other question is answered.
///
/// The library takes passwords as strings, which nobody can overwrite; this one is made when the server, whose key was
/// compared by then, is to see it.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc4252#section-8">RFC 4252, section 8</a>
/// @see <a href="https://www.rfc-editor.org/rfc/rfc4256">RFC 4256</a>
final class SshPassword implements SshDoor.Proof {
    private static final AttributeKey<Once> ONCE = new AttributeKey<>();

    private final SecretBytes password;

    /// @param password in UTF-8; stays the caller's
    SshPassword(SecretBytes password) {
        this.password = password;
    }

    @Override
    public List<UserAuthFactory> factories() {
        return List.of(UserAuthPasswordFactory.INSTANCE, new Questions());
    }

    @Override
    public void giveTo(ClientSession session) {
        var once = new Once(password);
        session.setAttribute(ONCE, once);
        session.setPasswordIdentityProvider(_ -> () -> once);
    }

    /// The library asks on a thread of its own.
    private static final class Once implements Iterator<String> {
        private final SecretBytes password;
        private final AtomicBoolean shown = new AtomicBoolean();

        Once(SecretBytes password) {
            this.password = password;
        }

        @Override
        public boolean hasNext() {
            return !shown.get();
        }

        @Override
        public String next() {
            if (shown.getAndSet(true)) {
                throw new NoSuchElementException();
            }
            return password.use(bytes -> new String(bytes, UTF_8));
        }
    }

    private static final class Questions extends UserAuthKeyboardInteractiveFactory {
        @Override
        public UserAuthKeyboardInteractive createUserAuth(ClientSession session) {
            return new Answers();
        }
    }

    /// Has no question asked that it could not answer: a server may count that as a try, too.
    private static final class Answers extends UserAuthKeyboardInteractive {
        @Override
        protected boolean sendAuthDataRequest(ClientSession session, String service) throws Exception {
            var once = session.getAttribute(ONCE);
            return once != null && once.hasNext() && super.sendAuthDataRequest(session, service);
        }
    }
}
